// On each card of the list: whether it is late, unclaimed too long, held, a drill, and how severe. The list is drawn anew
// whenever it is read, so the words are as fresh as the list.

import { everyMinute, signs } from '../plugin-parts.js';
import { card, known } from './clocks.js';

function draw(node, told) {
  if (told) {
    node.replaceChildren(signs(told.signs));
    // The engine's own dates say the same in fewer words.
    node.closest('li.task')?.classList.toggle('uc-told', told.signs.some(sign => sign.look === 'due' || sign.look === 'late'));
  }
}

export default {
  id: 'ung-cuu-clocks',
  pluginPoint: 'tasklist.card',
  priority: 300, // above the incident's code and title

  render(node, { taskId }) {
    const refresh = async () => draw(node, await card(taskId));
    // Once it is on the page: drawn from what is known, so that a list read anew does not flicker.
    queueMicrotask(() => draw(node, known(taskId)));
    refresh();
    everyMinute(node, refresh);
  }
};
