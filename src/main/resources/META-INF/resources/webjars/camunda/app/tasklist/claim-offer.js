// Who watches over everything sees tasks of other offices, and would be refused when claiming one: not offered.

import { chosenTask } from '../plugin-parts.js';
import { card, known } from './clocks.js';

let last = null;

async function offer() {
  const taskId = chosenTask();
  if (taskId === last) {
    return;
  }
  last = taskId;
  document.body.classList.remove('uc-not-ours');
  const told = taskId && (known(taskId) ?? await card(taskId));
  if (taskId === last) {
    document.body.classList.toggle('uc-not-ours', Boolean(told) && !told.ours);
  }
}

window.addEventListener('hashchange', offer);
offer();
