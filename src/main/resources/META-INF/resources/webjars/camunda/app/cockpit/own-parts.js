// Who is logged in decides what of ours there is in Cockpit; it is asked for once, so that nothing is asked for in vain.

import { ask } from '../plugin-parts.js';

let asked;

/** @return whether the person has that part, dashboard or steps; undefined when the server cannot answer now */
export async function has(part) {
  asked ??= ask('/api/cockpit');
  const answer = await asked;
  if (!answer) {
    asked = undefined;
  }
  return answer?.[part];
}
