// The tab “Hồ sơ sự cố” beside the form: the incident of the task, in the words the server has for its page.

import { everyMinute } from './clocks.js';
import { element, renew, signs } from './elements.js';

const NO_ANSWER = 'Chưa lấy được hồ sơ sự cố. Vui lòng kiểm tra kết nối rồi mở lại việc này.';

function section(title, ...content) {
  return element('section', {}, element('h3', {}, title), content);
}

function facts(lines) {
  return element('dl', { class: 'uc-facts' }, lines.map(line =>
    element('div', {}, element('dt', {}, line.label), element('dd', {}, line.value))));
}

function head(incident) {
  return element('header', {},
    incident.drill && element('p', { class: 'uc-drill-band' }, incident.drill),
    element('h3', { class: 'uc-title' },
      element('a', { href: incident.link }, incident.code), ` ${incident.title}`),
    signs(incident.signs));
}

function deadlines(incident) {
  return section('Thời hạn của việc này', incident.deadlines.length === 0
    ? element('p', { class: 'uc-none' }, 'Việc này không có thời hạn.')
    : element('dl', { class: 'uc-facts uc-deadlines' }, incident.deadlines.map(deadline =>
      element('div', { class: deadline.late ? 'uc-late' : null },
        element('dt', {}, deadline.label),
        element('dd', {}, `${deadline.at} `,
          element('strong', {}, deadline.late && element('span', { 'aria-hidden': 'true' }, '⚠ '), deadline.left))))));
}

function stages(incident) {
  return section('Tiến trình', element('ol', { class: 'uc-stages' }, incident.stages.map(stage =>
    element('li', { class: `uc-${stage.state}`, 'aria-current': stage.state === 'current' ? 'step' : null },
      element('span', { class: 'uc-mark', 'aria-hidden': 'true' }, stage.mark),
      element('span', {}, element('b', {}, stage.name), ' ', element('small', {}, stage.stateName))))));
}

function others(incident) {
  return section('Việc khác đang mở', incident.others.length === 0
    ? element('p', { class: 'uc-none' }, 'Không có việc nào khác đang mở.')
    : element('ul', { class: 'uc-others' }, incident.others.map(task =>
      element('li', {},
        task.link ? element('a', { href: task.link }, task.name) : element('b', {}, task.name),
        element('p', {}, task.who),
        task.due && element('p', { class: task.late ? 'uc-late' : null },
          task.late && element('span', { 'aria-hidden': 'true' }, '⚠ '), task.due)))));
}

function known(incident) {
  return element('section', {}, element('h3', {}, 'Thông tin đã biết'), incident.groups.map(group =>
    element('div', {}, element('h4', {}, group.title), facts(group.lines))));
}

function timeline(incident) {
  return section('Nhật ký xử lý',
    element('ol', { class: 'uc-timeline', reversed: '' }, incident.timeline.map(entry =>
      element('li', { value: entry.sequence },
        element('p', { class: 'uc-when' }, `Số ${entry.sequence} · `, element('time', { datetime: entry.iso }, entry.time)),
        element('p', {}, entry.what),
        element('p', { class: 'uc-who' }, entry.who),
        entry.details.length > 0 && element('details', {},
          element('summary', {}, 'Chi tiết', element('span', { class: 'sr-only' }, ` của dòng số ${entry.sequence}`)),
          facts(entry.details))))),
    element('p', {}, element('a', { href: `${incident.link}#nhat-ky` },
      incident.earlier > 0 ? `Xem tất cả (còn ${incident.earlier} dòng cũ hơn)` : 'Xem tất cả trên trang hồ sơ')));
}

function draw(incident) {
  return element('div', { class: 'uc-incident' },
    head(incident), deadlines(incident), stages(incident), others(incident), known(incident), timeline(incident));
}

async function read(taskId) {
  try {
    const answer = await fetch(`/api/tasks/${taskId}/incident`, { headers: { Accept: 'application/json' } });
    const told = await answer.json();
    return answer.ok ? draw(told) : element('p', { class: 'uc-incident', role: 'status' }, told.message ?? NO_ANSWER);
  } catch {
    return null;
  }
}

export default {
  id: 'ung-cuu-incident',
  pluginPoint: 'tasklist.task.detail',
  priority: 900, // right after the form
  properties: { label: 'Hồ sơ sự cố' },

  render(node, { taskId }) {
    node.append(element('p', { role: 'status' }, 'Đang lấy hồ sơ sự cố…'));
    const refresh = async () => {
      const drawn = await read(taskId);
      if (drawn) {
        renew(node.firstChild, drawn);
      } else if (!node.querySelector('.uc-incident')) {
        node.firstChild.textContent = NO_ANSWER;
      }
    };
    refresh();
    everyMinute(node, refresh);
  }
};
