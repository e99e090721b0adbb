// The coordinator's dashboard, above Cockpit's own counts: what burns first, then how things stand and how they went. Every
// number leads to its list. Whoever our API does not answer (an analyst) sees Cockpit as it was.

import { ask, element, everyMinute } from '../plugin-parts.js';
import { has } from './own-parts.js';
import { charts } from './dashboard-charts.js';

const SEVERITIES = [
  { id: 'serious', name: 'Nghiêm trọng' },
  { id: 'ordinary', name: 'Thông thường' },
  { id: 'unclassified', name: 'Chưa phân loại' }
];

const LOADS = [
  { id: 'overdue', name: 'Quá hạn' },
  { id: 'unclaimed', name: 'Chưa ai nhận' },
  { id: 'open', name: 'Đang mở' }
];

const FLOWS = [
  { id: 'reported', name: 'Được báo' },
  { id: 'closed', name: 'Đã đóng' }
];

/** A number that leads to its list. */
function link(figure, about) {
  return element('a', { href: figure.path, class: figure.count === 0 ? 'nothing' : null },
    `${figure.count}`, element('span', { class: 'sr-only' }, ` ${about}`));
}

function tile(figure, name, urgent) {
  return element('a', { href: figure.path, class: urgent && figure.count > 0 ? 'tile urgent' : 'tile' },
    element('strong', {}, `${figure.count}`),
    element('span', {}, urgent && figure.count > 0 ? `⚠ ${name}` : name));
}

function card(title, ...content) {
  const id = `dashboard-${title.replaceAll(/\W+/g, '-')}`;
  return element('section', { class: 'card', 'aria-labelledby': id }, element('h2', { id }, title), ...content);
}

/** One line per row, one number per column. */
function table(caption, head, rows, columns, lastRow) {
  return element('table', { class: 'figures' },
    element('caption', { class: 'sr-only' }, caption),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, head),
      columns.map(column => element('th', { scope: 'col' }, column.name)))),
    element('tbody', {}, rows.map(row => element('tr', {},
      element('th', { scope: 'row' }, row.name),
      columns.map(column => element('td', {}, link(row[column.id], `${column.name}, ${row.name}`)))))),
    lastRow);
}

function chart(height) {
  // For eyes only: the table beside it says the same.
  return element('div', { class: `chart ${height}`, 'aria-hidden': 'true' }, element('canvas', {}));
}

function urgent(data) {
  return element('section', { class: 'tiles', 'aria-label': 'Cần xử lý ngay' },
    tile(data.tasks.unclaimedOverdue, 'Quá hạn, chưa ai nhận', true),
    tile(data.tasks.overdue, 'Quá hạn hoàn thành', true),
    tile(data.tasks.unclaimed, 'Chưa ai nhận'),
    tile(data.tasks.held, 'Đang tạm dừng'),
    tile(data.open, 'Sự cố đang mở'),
    tile(data.drills, 'Diễn tập đang mở'));
}

function stages(data) {
  return card('Sự cố đang mở theo giai đoạn và mức độ',
    chart('tall'),
    table('Sự cố đang mở theo giai đoạn và mức độ', 'Giai đoạn', data.stages,
      [...SEVERITIES, { id: 'total', name: 'Cộng' }]));
}

function offices(data) {
  return card('Việc đang mở theo đơn vị',
    chart('tall'),
    table('Việc đang mở theo đơn vị', 'Đơn vị', data.offices, [...LOADS].reverse()));
}

function months(data) {
  return card('Mười hai tháng qua',
    chart('low'),
    element('table', { class: 'figures months' },
      element('caption', { class: 'sr-only' }, 'Số sự cố được báo và đã đóng từng tháng'),
      element('thead', {}, element('tr', {}, element('td', {}),
        data.months.map(month => element('th', { scope: 'col' }, month.name)))),
      element('tbody', {}, FLOWS.map(flow => element('tr', {},
        element('th', { scope: 'row' }, flow.name),
        data.months.map(month => element('td', {}, link(month[flow.id], `${flow.name}, ${month.name}`))))))));
}

function times(data) {
  return card('Thời gian xử lý sự cố được báo trong mười hai tháng qua',
    element('table', { class: 'figures times' },
      element('caption', { class: 'sr-only' }, 'Thời gian xử lý: trung bình, trung vị, 9 trên 10 không quá'),
      element('thead', {}, element('tr', {},
        ['Khoảng thời gian', 'Số sự cố', 'Trung bình', 'Trung vị', '9 trên 10 không quá']
          .map(name => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, data.times.map(time => element('tr', {},
        element('th', { scope: 'row' }, time.name),
        element('td', {}, link({ count: time.count, path: time.path }, time.name)),
        [time.mean, time.median, time.p90].map(value => element('td', {}, value
          ? element('a', { href: time.path }, value)
          : '–')))))));
}

function moment(at) {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric'
  }).format(new Date(at));
}

class Dashboard {

  constructor(node) {
    this.node = node;
    this.drawn = [];
    this.numbers = null;
    this.status = element('p', { class: 'status', role: 'status' });
  }

  async refresh() {
    const mine = await has('dashboard');
    const data = mine === false ? null : await ask('/api/dashboard');
    if (this.left) {
      return;
    }
    if (!data) {
      if (data === null) {
        clearInterval(this.timer);
      }
      this.status.textContent = this.numbers && `⚠ Chưa cập nhật được; số liệu lúc ${moment(this.at)}.`;
      return;
    }
    this.node.dataset.refused = false;
    this.at = data.at;
    this.status.textContent = `Số liệu lúc ${moment(data.at)}, tự cập nhật mỗi phút.`;
    const numbers = JSON.stringify({ ...data, at: null });
    if (numbers !== this.numbers) {
      this.numbers = numbers;
      await this.draw(data);
    }
  }

  async draw(data) {
    const focused = this.node.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    const bySeverity = stages(data);
    const byOffice = offices(data);
    const byMonth = months(data);
    this.clear();
    this.node.replaceChildren(
      element('h1', {}, 'Điều phối ứng cứu sự cố'), this.status,
      urgent(data),
      element('div', { class: 'columns' }, bySeverity, byOffice),
      byMonth,
      times(data));
    if (focused) {
      this.node.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
    }
    const draw = await charts();
    if (!this.left && draw) {
      this.drawn = [
        draw.stacked(bySeverity.querySelector('canvas'), data.stages, SEVERITIES),
        draw.beside(byOffice.querySelector('canvas'), data.offices, LOADS),
        draw.lines(byMonth.querySelector('canvas'), data.months, FLOWS)
      ];
    }
  }

  clear() {
    this.drawn.forEach(chart => chart.destroy());
    this.drawn = [];
  }

  leave() {
    this.left = true;
    clearInterval(this.timer);
    this.clear();
  }
}

let dashboard = null;

export default {
  id: 'coordinator-dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,

  render(node) {
    node.className = 'coordinator-dashboard';
    // Until it is known that there is something to show.
    node.dataset.refused = true;
    const shown = new Dashboard(node);
    dashboard = shown;
    shown.timer = everyMinute(node, () => shown.refresh());
    return shown.refresh();
  },

  unmount() {
    dashboard?.leave();
    dashboard = null;
  }
};
