// On the diagram of a process instance: which steps are behind it, on every page of the diagram. Cockpit itself shows only
// where it stands.

import { ask, element } from '../plugin-parts.js';
import { badge, legend } from './diagram-parts.js';

const SHOWN_VISITS = 5;

let shownLegend = null;

function tooltip(step) {
  const lines = step.visits.slice(0, SHOWN_VISITS);
  if (step.count > SHOWN_VISITS) {
    lines.push(`và ${step.count - SHOWN_VISITS} lần trước đó`);
  }
  return ['Đã xong:', ...lines].join('\n');
}

function mark(step) {
  return element('span', { class: 'finished-step', title: tooltip(step), 'aria-label': tooltip(step), role: 'img' },
    step.count > 1 ? `✓ ${step.count}` : '✓');
}

export default {
  id: 'finished-steps',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,

  async render(viewer, { processInstanceId }) {
    const steps = await ask(`/api/process-instances/${encodeURIComponent(processInstanceId)}/finished-steps`);
    if (!steps || steps.length === 0) {
      return;
    }
    steps.forEach(step => badge(viewer, step.activityId, 'finished-step', mark(step)));
    shownLegend = legend(viewer,
      element('span', { class: 'finished-step', 'aria-hidden': 'true' }, '✓'),
      ' bước đã xong; số bên cạnh: số lần. Đưa chuột vào dấu để xem lúc nào, ai làm.');
  },

  unmount() {
    shownLegend?.remove();
    shownLegend = null;
  }
};
