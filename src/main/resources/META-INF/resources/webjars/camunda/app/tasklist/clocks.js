// How the clocks of tasks stand, and whether a task is for this person's office. All cards of one drawing ask in one request.

import { ask } from '../plugin-parts.js';

const answers = new Map();
let asked = new Map();

/** What was told last, or nothing yet; good enough to draw with until the answer is there. */
export function known(taskId) {
  return answers.get(taskId);
}

/** Resolves to what the server says now, or to nothing: the task is gone, not for this person, or nobody answered. */
export function card(taskId) {
  if (!asked.has(taskId)) {
    if (asked.size === 0) {
      setTimeout(send);
    }
    let resolve;
    const promise = new Promise(answered => { resolve = answered; });
    asked.set(taskId, { promise, resolve });
  }
  return asked.get(taskId).promise;
}

async function send() {
  const waiting = asked;
  asked = new Map();
  // No answer for a moment: the next drawing of the list asks again.
  const cards = await ask(`/api/tasks/clocks?ids=${[...waiting.keys()].join()}`) || [];
  const found = new Map(cards.map(told => [told.id, told]));
  waiting.forEach((question, taskId) => {
    const told = found.get(taskId);
    if (told) {
      answers.set(taskId, told);
    }
    question.resolve(told);
  });
}
