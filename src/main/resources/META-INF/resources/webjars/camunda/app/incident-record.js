// An incident's record within the web applications: what its page says, in short. Used by the plug-ins of Tasklist and
// Cockpit alike. Everything comes as text from our own API and is set as text, never as HTML.

import { element, style } from './plugin-parts.js';

function stages(record) {
  return element('ol', { class: 'ir-stages' }, record.stages.map(stage =>
    element('li', { class: `ir-${stage.state}`, 'aria-current': stage.state === 'current' ? 'step' : null },
      element('span', { class: 'ir-mark', 'aria-hidden': 'true' }, stage.mark),
      element('span', { class: 'ir-name' }, stage.name),
      element('small', {}, stage.stateName))));
}

function task(line) {
  return element('li', { class: line.overdue ? 'ir-overdue' : null },
    line.path ? element('a', { href: line.path }, line.name) : element('strong', {}, line.name),
    element('span', { class: 'ir-of' }, line.office, ' · ', element('span', { class: line.unclaimed ? 'ir-late' : null }, line.assignee)),
    line.due && element('span', { class: 'ir-of' }, `Hạn ${line.due} · `,
      element('strong', { class: line.overdue ? 'ir-late' : null }, line.left)));
}

function lines(list) {
  return element('dl', {}, list.map(line =>
    element('div', {}, element('dt', {}, line.label), element('dd', {}, line.value))));
}

function entry(line) {
  return element('li', {},
    element('p', { class: 'ir-when' }, element('span', {}, `Số ${line.sequence}`), ' ', element('time', { datetime: line.iso }, line.time)),
    element('div', {},
      element('p', { class: 'ir-what' }, line.what),
      element('p', { class: 'ir-of' }, line.who),
      line.details.length > 0 && element('details', {},
        element('summary', {}, 'Chi tiết', element('span', { class: 'ir-hidden' }, ` của dòng số ${line.sequence}`)),
        lines(line.details))));
}

/**
 * Draws the record; its looks are incident-record.css, loaded with it.
 *
 * @param record what {@code GET /api/…/incident} answers
 */
export function incidentRecord(record) {
  style(new URL('incident-record.css', import.meta.url).href);
  return element('div', { class: 'incident-record' },
    record.drill && element('p', { class: 'ir-drill' }, 'DIỄN TẬP: không phải sự cố thật, không gửi gì ra ngoài cơ quan'),
    element('header', {},
      element('a', { class: 'ir-code', href: record.path }, record.code),
      element('span', { class: 'ir-title' }, record.title),
      element('span', { class: record.serious ? 'ir-badge ir-serious' : 'ir-badge' }, record.severity),
      element('span', { class: record.open ? 'ir-badge ir-open' : 'ir-badge' }, record.status),
      record.restricted && element('span', { class: 'ir-badge' }, 'Hạn chế người xem')),
    stages(record),
    record.open && element('section', {},
      element('h4', {}, 'Việc đang mở'),
      record.tasks.length === 0
        ? element('p', { class: 'ir-of' }, 'Không có việc nào đang mở.')
        : element('ul', { class: 'ir-tasks' }, record.tasks.map(task))),
    element('section', {},
      element('details', {},
        element('summary', {}, 'Thông tin đã biết'),
        record.facts.flatMap(group => [element('h5', {}, group.title), lines(group.lines)]))),
    element('section', {},
      element('h4', {}, 'Nhật ký xử lý'),
      element('ol', { class: 'ir-timeline' }, record.timeline.map(entry)),
      element('p', {}, element('a', { href: `${record.path}#nhat-ky` }, record.earlier > 0
        ? `Xem tất cả (còn ${record.earlier} dòng cũ hơn)`
        : 'Xem trên trang hồ sơ'))));
}
