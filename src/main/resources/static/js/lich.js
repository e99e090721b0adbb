// Dates are typed day/month/year. A date field of the browser's own has the order of the browser's language, which on office
// computers is often English: only its calendar is used, where the browser can open it beside another field.
'use strict';
(() => {
  if (!HTMLInputElement.prototype.showPicker) return;

  const kept = (typed, type) => {
    const [, day, month, year, hour, minute] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?: +(\d{1,2}):(\d\d))?\s*$/.exec(typed) || [];
    if (!year) return '';
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return type === 'date' ? date : `${date}T${(hour || '0').padStart(2, '0')}:${minute || '00'}`;
  };

  const written = chosen => {
    const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(chosen) || [];
    return year ? `${day}/${month}/${year}${time ? ` ${time}` : ''}` : '';
  };

  document.querySelectorAll('input[data-lich]').forEach(input => {
    const calendar = document.createElement('input');
    calendar.type = input.dataset.lich;
    calendar.tabIndex = -1;
    calendar.setAttribute('aria-hidden', 'true');

    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'second';
    button.textContent = 'Lịch';
    button.title = 'Chọn ngày trên lịch';

    const beside = document.createElement('span');
    beside.className = 'calendar';
    beside.append(button, calendar);
    input.after(beside);

    button.addEventListener('click', () => {
      calendar.value = kept(input.value, calendar.type);
      calendar.showPicker();
    });
    calendar.addEventListener('input', () => {
      input.value = written(calendar.value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  });
})();
