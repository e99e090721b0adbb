// On the page of a process definition: how often each step ran, how long it takes and how often it stalled, as a table and
// as numbers on the diagram. Numbers only, of no single incident.

import { ask, element, keep, kept } from '../plugin-parts.js';
import { badge, legend, readableCounts } from './diagram-parts.js';
import { has } from './own-parts.js';

const BADGE = 'step-figure';
const REMEMBERED = 'ung-cuu.step-figures';

const REFUSED = 'Số liệu này dành cho điều phối viên và chuyên viên quy trình.';
const NO_ANSWER = 'Chưa lấy được số liệu. Vui lòng kiểm tra kết nối rồi mở lại trang này.';

/** A length of time in its largest unit where there is little room, unless half would be lost; the tooltip has it in full. */
function short(words) {
  return words.startsWith('1 ') ? words : words.match(/^(dưới )?\d+ \S+/)[0];
}

const MEASURES = [
  { id: 'begun', name: 'Số lần chạy', value: step => step.begun, text: step => `${step.begun}` },
  { id: 'median', name: 'Thời gian: trung vị', value: step => step.medianSeconds, text: step => short(step.median) },
  { id: 'p90', name: 'Thời gian: 9 trên 10 không quá', value: step => step.p90Seconds, text: step => short(step.p90) },
  { id: 'stalled', name: 'Số lần chậm trễ', value: step => step.stalled, text: step => `${step.stalled}` }
];

// The tab and the diagram of one page show the same figures.
const shown = { definition: null, allVersions: true, steps: [], problem: null, asked: null, listeners: new Set() };

async function askSteps(path) {
  return await has('steps') === false ? null : ask(path);
}

function load(definition, allVersions) {
  if (shown.definition === definition && shown.allVersions === allVersions && shown.asked) {
    return shown.asked;
  }
  Object.assign(shown, { definition, allVersions, steps: [], problem: null });
  const query = `allVersions=${allVersions}`;
  shown.asked = askSteps(`/api/process-definitions/${encodeURIComponent(definition)}/steps?${query}`).then(steps => {
    // Unless something else was asked for meanwhile.
    if (shown.definition === definition && shown.allVersions === allVersions) {
      shown.steps = steps || [];
      shown.problem = steps ? null : steps === null ? REFUSED : NO_ANSWER;
      shown.listeners.forEach(listener => listener());
    }
  });
  return shown.asked;
}

/** When nobody shows the figures any more, the next page asks anew. */
function leave(listener) {
  shown.listeners.delete(listener);
  if (shown.listeners.size === 0) {
    Object.assign(shown, { definition: null, allVersions: true, steps: [], asked: null });
  }
}

// The diagram

function remembered() {
  const { on = false, measure = 'begun' } = kept(REMEMBERED) ?? {};
  return { on, measure: MEASURES.find(known => known.id === measure) || MEASURES[0] };
}

function remember(on, measure) {
  keep(REMEMBERED, { on, measure: measure.id });
}

function tooltip(step) {
  return [
    `${step.name} (${step.kind})`,
    `Số lần chạy: ${step.begun} (đã xong ${step.finished})`,
    step.median && `Trung vị: ${step.median}`,
    step.p90 && `9 trên 10 không quá: ${step.p90}`,
    `${step.holdsSteps ? 'Việc chậm trễ ở các bước bên trong' : 'Chậm trễ'}: ${step.stalled}`
      + ` (quá hạn nhận ${step.unclaimed}, quá hạn hoàn thành ${step.overdue})`
  ].filter(Boolean).join('\n');
}

/** Four shades, the darkest for the highest of the steps: a stage adds up and would leave them all pale. */
function heat(value, highest) {
  return Math.min(4, Math.max(1, Math.ceil((value / highest) * 4)));
}

const diagram = {
  viewer: null,
  line: null,
  leave: null,

  draw() {
    const { on, measure } = remembered();
    diagram.erase();
    if (shown.problem || shown.steps.length === 0) {
      return;
    }
    // One kind of number at a time: the counts of what runs now look much the same to who does not know both.
    diagram.viewer.get('canvas').getContainer().classList.toggle('with-figures', on);
    if (on) {
      const highest = Math.max(1, ...shown.steps.filter(step => !step.holdsSteps).map(step => measure.value(step) || 0));
      shown.steps.filter(step => measure.value(step) > 0).forEach(step =>
        badge(diagram.viewer, step.activityId, BADGE, element('span', {
          class: `step-figure heat-${heat(measure.value(step), highest)}`,
          title: tooltip(step),
          role: 'img',
          'aria-label': tooltip(step)
        }, measure.text(step))));
    }
    diagram.line = legend(diagram.viewer, diagram.controls(on, measure));
  },

  erase() {
    diagram.viewer.get('overlays').remove({ type: BADGE });
    diagram.viewer.get('canvas').getContainer().classList.remove('with-figures');
    diagram.line?.remove();
    diagram.line = null;
  },

  controls(on, measure) {
    const toggle = element('input', { type: 'checkbox', checked: on });
    toggle.addEventListener('change', () => {
      remember(toggle.checked, measure);
      diagram.draw();
      diagram.line.querySelector('input').focus();
    });
    const choice = element('select', { 'aria-label': 'Số liệu hiện trên sơ đồ' },
      MEASURES.map(known => element('option', { value: known.id, selected: known === measure }, known.name)));
    choice.addEventListener('change', () => {
      remember(on, MEASURES.find(known => known.id === choice.value));
      diagram.draw();
      diagram.line.querySelector('select').focus();
    });
    return [
      !on && [element('span', { class: 'running-here', 'aria-hidden': 'true' }, '1'), ' số lượt đang ở đó '],
      element('label', {}, toggle, ' Xem số liệu các lần đã chạy'),
      on && [choice, element('span', { class: 'heat-scale' }, 'ít ',
        [1, 2, 3, 4].map(shade => element('span', { class: `step-figure heat-${shade}`, 'aria-hidden': 'true' }, '\u00a0')), ' nhiều')]
    ];
  }
};

const onDiagram = {
  id: 'step-figures-diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,

  async render(viewer, { processDefinitionId }) {
    diagram.viewer = viewer;
    shown.listeners.add(diagram.draw);
    const [inside] = await Promise.all([
      askSteps(`/api/process-definitions/${encodeURIComponent(processDefinitionId)}/inside`),
      load(processDefinitionId, shown.definition === processDefinitionId ? shown.allVersions : true)]);
    // Unless the page was left meanwhile.
    if (shown.listeners.has(diagram.draw)) {
      diagram.leave?.();
      diagram.leave = readableCounts(viewer, id => inside?.[id]);
      diagram.draw();
    }
  },

  unmount() {
    diagram.leave?.();
    diagram.erase();
    leave(diagram.draw);
  }
};

// The tab

function row(step) {
  return element('tr', {},
    element('th', { scope: 'row' }, step.name,
      element('small', {}, ` (${step.kind ?? 'phiên bản này không còn'}${step.holdsSteps ? ', chậm trễ gồm các bước bên trong' : ''})`)),
    element('td', {}, `${step.begun}`),
    element('td', {}, `${step.finished}`),
    element('td', {}, step.median || '–'),
    element('td', {}, step.p90 || '–'),
    element('td', {}, `${step.unclaimed}`),
    element('td', {}, `${step.overdue}`),
    element('td', {}, `${step.stalled}`));
}

function table() {
  return element('table', { class: 'cam-table step-figures' },
    element('thead', {}, element('tr', {}, [
      'Bước', 'Số lần chạy', 'Đã xong', 'Trung vị', '9 trên 10 không quá', 'Quá hạn nhận', 'Quá hạn hoàn thành', 'Chậm trễ'
    ].map(name => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, shown.steps.map(row)));
}

function versions(definition) {
  const choice = (allVersions, name) => {
    const input = element('input', { type: 'radio', name: 'step-figures-versions', checked: shown.allVersions === allVersions });
    input.addEventListener('change', () => load(definition, allVersions));
    return element('label', {}, input, ` ${name}`);
  };
  return element('fieldset', { class: 'step-figures-choice' },
    element('legend', {}, 'Tính trên'), choice(true, 'mọi phiên bản'), choice(false, 'chỉ phiên bản này'));
}

const tab = {
  node: null,

  draw() {
    const result = tab.node.querySelector('.step-figures-result');
    if (shown.problem) {
      result.replaceChildren(element('p', { role: 'status' }, shown.problem));
      return;
    }
    result.replaceChildren(shown.steps.length > 0
      ? table()
      : element('p', {}, shown.allVersions
        ? 'Chưa có bước nào chạy.'
        : 'Chưa có bước nào chạy theo phiên bản này. Chọn “mọi phiên bản” ở trên để tính cả các phiên bản trước.'));
  }
};

const inTab = {
  id: 'step-figures',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 1,
  properties: { label: 'Số liệu các bước' },

  render(node, { processDefinitionId }) {
    tab.node = node;
    node.className = 'plugin-tab';
    const all = shown.definition === processDefinitionId ? shown.allVersions : true;
    shown.listeners.add(tab.draw);
    const asked = load(processDefinitionId, all);
    node.append(
      versions(processDefinitionId),
      element('p', { class: 'quiet' },
        'Mọi lần chạy còn lưu trong lịch sử, không tính diễn tập. Thời gian chỉ tính các lần đã làm xong. Chậm trễ: việc không ai nhận đúng hạn hoặc không xong đúng hạn,'
          + ' kể cả khi sau đó được gia hạn; mỗi việc chỉ tính một lần.'),
      element('div', { class: 'step-figures-result' }));
    return asked.then(tab.draw);
  },

  unmount() {
    leave(tab.draw);
  }
};

export default [onDiagram, inTab];
