// On the diagram of a process instance: which steps are behind it, on every page of the diagram. Cockpit itself shows only
// where it stands.

import { ask, element } from '../plugin-parts.js';
import { badge, legend, readableCounts } from './diagram-parts.js';

const SHOWN_VISITS = 5;

const BADGE = 'finished-step';

let shown = null;

function tooltip(step) {
  const lines = step.visits.slice(0, SHOWN_VISITS);
  if (step.count > SHOWN_VISITS) {
    lines.push(`và ${step.count - SHOWN_VISITS} lần trước đó`);
  }
  return ['Đã xong:', ...lines].join('\n');
}

function mark(step) {
  if (step.awaited) {
    const told = `${step.awaited}\n${tooltip(step)}`;
    return element('span', { class: 'awaited-step', title: told, 'aria-label': told, role: 'img' }, '● đang chờ');
  }
  return element('span', { class: 'finished-step', title: tooltip(step), 'aria-label': tooltip(step), role: 'img' },
    step.count > 1 ? `✓ ${step.count}` : '✓');
}

export default {
  id: 'finished-steps',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,

  async render(viewer, { processInstanceId }) {
    const mine = shown = { legend: null, leave: readableCounts(viewer) };
    // Cockpit keeps the viewer of a diagram, and what is drawn on it, from one instance to the next.
    viewer.get('overlays').remove({ type: BADGE });
    const steps = await ask(`/api/process-instances/${encodeURIComponent(processInstanceId)}/finished-steps`);
    if (shown !== mine) {
      return;
    }
    (steps || []).forEach(step => badge(viewer, step.activityId, BADGE, mark(step)));
    mine.legend = legend(viewer,
      element('span', { class: 'running-here', 'aria-hidden': 'true' }, '1'), ' đang ở đây ',
      steps?.length > 0 && [
        element('span', { class: 'finished-step', 'aria-hidden': 'true' }, '✓'),
        ' đã xong, số lần; đưa chuột vào để xem lúc nào, ai làm '],
      steps?.filter(step => step.awaited).map(step => [
        element('span', { class: 'awaited-step', 'aria-hidden': 'true' }, '●'), ` ${step.awaited.toLowerCase()}`]));
  },

  unmount() {
    shown?.leave();
    shown?.legend?.remove();
    shown = null;
  }
};
