// What the plug-ins of the web applications have in common. Texts are texts: nothing somebody typed into a report can become
// part of the page.

const EACH_MINUTE = 60_000;
const NO_CONTENT = 204;

/** element('p', { class: 'code' }, 'SC-2026-0001'); of attributes and children, what is null, undefined or false is left out. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isThere(value)) {
      made.setAttribute(attribute, value === true ? '' : value);
    }
  }
  made.append(...children.flat(Infinity).filter(isThere));
  return made;
}

function isThere(value) {
  return value !== null && value !== undefined && value !== false;
}

/** A way out of the web application, as its header has them. */
export function headerLink(address, words, icon) {
  return element('a', { href: address },
    element('span', { class: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }), ` ${words}`);
}

/** Things to see at a glance: a mark and words, so that colour is never the only sign. */
export function signs(list) {
  return element('ul', { class: 'uc-signs' }, list.map(sign =>
    element('li', { class: `uc-sign uc-${sign.look}` },
      element('span', { class: 'uc-mark', 'aria-hidden': 'true' }, sign.mark), ` ${sign.text}`)));
}

/**
 * Makes what is shown equal to what was drawn anew and touches nothing else: the reader keeps place, focus and what is open,
 * but where a list has other items now.
 */
export function renew(shown, drawn) {
  if (shown.nodeType === Node.TEXT_NODE && drawn.nodeType === Node.TEXT_NODE) {
    if (shown.data !== drawn.data) {
      shown.data = drawn.data;
    }
  } else if (shown.nodeName !== drawn.nodeName || shown.value !== drawn.value
      || shown.childNodes.length !== drawn.childNodes.length) {
    shown.replaceWith(drawn);
  } else {
    [...shown.attributes].filter(({ name }) => name !== 'open' && !drawn.hasAttribute(name))
      .forEach(({ name }) => shown.removeAttribute(name));
    [...drawn.attributes].forEach(({ name, value }) => shown.setAttribute(name, value));
    const next = [...drawn.childNodes];
    [...shown.childNodes].forEach((child, index) => renew(child, next[index]));
  }
}

/** Calls again every minute for as long as the element is on the page; the answer is what clearInterval takes. */
export function everyMinute(element, act) {
  const timer = setInterval(() => {
    if (element.isConnected) {
      act();
    } else {
      clearInterval(timer);
    }
  }, EACH_MINUTE);
  return timer;
}

/**
 * What a server of ours answers; null when there is nothing the person may see, undefined when it cannot answer now.
 *
 * @param refused makes something of a refusal; null unless given: a plug-in that is told nothing shows nothing
 */
export async function ask(path, refused = () => null) {
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    if (answer.ok) {
      return answer.status === NO_CONTENT ? null : await answer.json();
    }
    return answer.status < 500 ? await refused(answer) : undefined;
  } catch {
    return undefined;
  }
}

/** In Tasklist: id of the task that is open beside the list, or null. */
export function chosenTask() {
  return new URLSearchParams(location.hash.split('?')[1]).get('task');
}

/** What keep() has kept in this browser; undefined when it keeps nothing, as in a private window, or something broken. */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value for the next visit where the browser lets it. */
export function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Then it is asked for again, or chosen again.
  }
}
