// Elements made of data. Texts are texts: nothing somebody typed into a report can become part of the page.

/** element('p', { class: 'code' }, 'SC-2026-0001'); what is null or false is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== false)
    .forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...children.flat().filter(child => child !== null && child !== false));
  return made;
}

/** Things to see at a glance: a mark and words, so that colour is never the only sign. */
export function signs(list) {
  return element('ul', { class: 'uc-signs' }, list.map(sign =>
    element('li', { class: `uc-sign uc-${sign.look}` },
      element('span', { class: 'uc-mark', 'aria-hidden': 'true' }, sign.mark), ` ${sign.text}`)));
}

/** Makes what is shown equal to what was drawn anew and touches nothing else: the reader keeps place, focus and what is open. */
export function renew(shown, drawn) {
  if (shown.nodeType === Node.TEXT_NODE && drawn.nodeType === Node.TEXT_NODE) {
    if (shown.data !== drawn.data) {
      shown.data = drawn.data;
    }
  } else if (shown.nodeName !== drawn.nodeName || shown.childNodes.length !== drawn.childNodes.length) {
    shown.replaceWith(drawn);
  } else {
    [...drawn.attributes].forEach(({ name, value }) => shown.setAttribute(name, value));
    const next = [...drawn.childNodes];
    [...shown.childNodes].forEach((child, index) => renew(child, next[index]));
  }
}
