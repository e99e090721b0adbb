// How the clocks of tasks stand, and whether a task is for this person's office. All cards of one drawing ask in one request.

const EACH_MINUTE = 60_000;

const answers = new Map();
let asked = new Map();

/** What was told last, or nothing yet; good enough to draw with until the answer is there. */
export function known(taskId) {
  return answers.get(taskId);
}

/** Resolves to what the server says now, or to nothing: the task is gone, not for this person, or nobody answered. */
export function ask(taskId) {
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
  let cards = [];
  try {
    const answer = await fetch(`/api/tasks/clocks?ids=${[...waiting.keys()].join()}`, { headers: { Accept: 'application/json' } });
    cards = answer.ok ? await answer.json() : [];
  } catch {
    // No network for a moment: the next drawing of the list asks again.
  }
  const found = new Map(cards.map(card => [card.id, card]));
  waiting.forEach((question, taskId) => {
    const card = found.get(taskId);
    if (card) {
      answers.set(taskId, card);
    }
    question.resolve(card);
  });
}

/** Calls again every minute for as long as the element is on the page. */
export function everyMinute(element, act) {
  const timer = setInterval(() => {
    if (element.isConnected) {
      act();
    } else {
      clearInterval(timer);
    }
  }, EACH_MINUTE);
}
