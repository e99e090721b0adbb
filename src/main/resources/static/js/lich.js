// Dates are typed day/month/year. A date field of the browser's own has the order of the browser's language, which on office
// computers is often English: only its calendar is used, where the browser can open it beside another field.
'use strict';
(() => {
  if (!HTMLInputElement.prototype.showPicker) return;

  const TYPED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/;
  const TIME = /\d{1,2}:\d\d\s*$/;

  const kept = typed => {
    const [, day, month, year] = TYPED.exec(typed) || [];
    return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  };

  // Not every browser's calendar has the time of day: it is typed.
  const written = (chosen, typed) => {
    const [year, month, day] = chosen.split('-');
    return `${day}/${month}/${year} ${(TIME.exec(typed) || [''])[0]}`.trimEnd();
  };

  document.querySelectorAll('input[data-lich]').forEach(input => {
    const calendar = document.createElement('input');
    calendar.type = 'date';
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
      calendar.value = kept(input.value);
      calendar.showPicker();
    });
    calendar.addEventListener('input', () => {
      if (!calendar.value) return;
      input.value = written(calendar.value, input.value);
      input.focus();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  });
})();
