// The tab “Hồ sơ sự cố” of Tasklist and Cockpit: what the incident's page says, in short and in its words. Its looks are
// incident-record.css.

import { ask, element, everyMinute, renew, signs } from './plugin-parts.js';

const NO_ANSWER = 'Chưa lấy được hồ sơ sự cố. Vui lòng kiểm tra kết nối rồi mở lại trang này.';

const NOTHING_TO_SEE = 'Không có hồ sơ sự cố nào của lượt chạy này mà anh/chị được xem.';

function section(title, ...content) {
  return element('section', {}, element('h3', {}, title), ...content);
}

function none(words) {
  return element('p', { class: 'uc-none' }, words);
}

function lines(list) {
  return element('dl', {}, list.map(line =>
    element('div', {}, element('dt', {}, line.label), element('dd', {}, line.value))));
}

function head(record) {
  return element('header', {},
    record.drill && element('p', { class: 'uc-drill-band' }, 'DIỄN TẬP: không phải sự cố thật, không gửi gì ra ngoài cơ quan'),
    element('h3', {}, element('a', { href: record.path }, record.code), ` ${record.title}`),
    signs(record.signs));
}

function stages(record) {
  return section('Tiến trình', element('ol', { class: 'uc-stages' }, record.stages.map(stage =>
    element('li', { class: `uc-${stage.state}`, 'aria-current': stage.state === 'current' ? 'step' : null },
      element('span', { class: 'uc-mark', 'aria-hidden': 'true' }, stage.mark),
      element('span', {}, element('b', {}, stage.name), ' ', element('small', {}, stage.stateName))))));
}

function deadlines(record) {
  return section('Thời hạn của việc này', record.deadlines.length === 0
    ? none('Việc này không có thời hạn.')
    : element('dl', { class: 'uc-deadlines' }, record.deadlines.map(deadline =>
      element('div', { class: deadline.late ? 'uc-late' : null },
        element('dt', {}, deadline.label),
        element('dd', {}, `${deadline.at} `,
          element('strong', {}, deadline.late && element('span', { 'aria-hidden': 'true' }, '⚠ '), deadline.left))))));
}

/** Beside the one at hand, where there is one. */
function tasks(record) {
  const other = record.deadlines ? ' khác' : '';
  return section(`Việc${other} đang mở`, record.tasks.length === 0
    ? none(`Không có việc nào${other} đang mở.`)
    : element('ul', { class: 'uc-tasks' }, record.tasks.map(task =>
      element('li', {},
        task.path ? element('a', { href: task.path }, task.name) : element('b', {}, task.name),
        element('p', {}, task.who),
        signs(task.signs)))));
}

function facts(record) {
  return section('Thông tin đã biết', element('div', { class: 'uc-facts' }, record.facts.map(group =>
    element('div', {}, element('h4', {}, group.title), lines(group.lines)))));
}

function timeline(record) {
  return section('Nhật ký xử lý',
    element('ol', { class: 'uc-timeline', reversed: true }, record.timeline.map(entry =>
      element('li', { value: entry.sequence },
        element('p', { class: 'uc-when' }, `Số ${entry.sequence} · `, element('time', { datetime: entry.iso }, entry.time)),
        element('p', { class: 'uc-what' }, entry.what),
        element('p', { class: 'uc-who' }, entry.who),
        entry.details.length > 0 && element('details', {},
          element('summary', {}, 'Chi tiết', element('span', { class: 'sr-only' }, ` của dòng số ${entry.sequence}`)),
          lines(entry.details))))),
    element('p', {}, element('a', { href: `${record.path}#nhat-ky` },
      record.earlier > 0 ? `Xem tất cả (còn ${record.earlier} dòng cũ hơn)` : 'Xem tất cả trên trang hồ sơ')));
}

function draw(record) {
  return element('article', {}, head(record), record.deadlines && deadlines(record),
    stages(record), tasks(record), facts(record), timeline(record));
}

function say(words) {
  return element('p', { role: 'status' }, words);
}

async function read(address) {
  const told = await ask(address, refusal => refusal.json());
  if (told === null) {
    return say(NOTHING_TO_SEE);
  }
  return told?.code ? draw(told) : told?.message && say(told.message);
}

/**
 * Shows the record that a request answers, and how things stand now, every minute.
 *
 * @param address of a request that answers an IncidentSummary, nothing, or, when it refuses, a sentence
 */
export function showRecord(node, address) {
  const place = element('div', { class: 'incident-record' }, say('Đang lấy hồ sơ sự cố…'));
  node.replaceChildren(place);
  const refresh = async () => {
    const drawn = await read(address);
    if (drawn) {
      renew(place.firstChild, drawn);
    } else if (!place.querySelector('article')) {
      place.firstChild.textContent = NO_ANSWER;
    }
  };
  refresh();
  everyMinute(place, refresh);
}
