// The button that prints the page: there only where a script can do it. On paper nothing can be opened, so all is, and the time
// is that of printing, by the server's clock.
'use strict';
(() => {
  const button = document.getElementById('in');
  button.hidden = false;
  button.addEventListener('click', () => window.print());

  const ahead = Date.parse(document.querySelector('[data-luc]').dateTime) - Date.now();
  const two = number => String(number).padStart(2, '0');
  const inVietnam = () => new Date(Date.now() + ahead + 7 * 3600000);
  let opened = [];

  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('[data-in-luc]').forEach(place => {
      const now = inVietnam();
      place.textContent = `${two(now.getUTCDate())}/${two(now.getUTCMonth() + 1)}/${now.getUTCFullYear()} `
        + `${two(now.getUTCHours())}:${two(now.getUTCMinutes())}`;
    });
    opened = [...document.querySelectorAll('details:not([open])')];
    opened.forEach(part => { part.open = true; });
  });
  window.addEventListener('afterprint', () => opened.forEach(part => { part.open = false; }));
})();
