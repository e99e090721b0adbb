// What the plug-ins of Tasklist and Cockpit have in common.

/**
 * An element with attributes and children.
 *
 * @param children elements or texts; what is null or false is left out
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * What our API answers; null when it refuses, undefined when it cannot answer now. A plug-in that is told nothing shows
 * nothing.
 */
export async function ask(path) {
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    if (answer.ok) {
      return await answer.json();
    }
    return answer.status < 500 ? null : undefined;
  } catch {
    return undefined;
  }
}

/** A stylesheet of ours, loaded once. */
export function style(address) {
  if (!document.head.querySelector(`link[href="${address}"]`)) {
    document.head.append(element('link', { rel: 'stylesheet', href: address }));
  }
}
