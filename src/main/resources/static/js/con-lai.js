// Keeps "còn 25 phút" true while the page stays open, in the words of VietnameseTime, and the lists true when one comes back
// to them. By the server's clock: that of an old PC may be wrong. Without this script the page tells the time it was made.
'use strict';
(() => {
  const MINUTE = 60000;
  const clock = document.querySelector('[data-luc]');
  if (!clock) return;
  const ahead = Date.parse(clock.dateTime) - Date.now();
  const opened = Date.now();

  const span = minutes => {
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return `${Math.floor(hours / 24)} ngày`;
    if (hours >= 1) return `${hours} giờ${minutes % 60 === 0 ? '' : ` ${minutes % 60} phút`}`;
    return minutes === 0 ? 'dưới 1 phút' : `${minutes} phút`;
  };

  const tick = () => document.querySelectorAll('[data-han]').forEach(place => {
    const left = Date.parse(place.dateTime) - Date.now() - ahead;
    const words = (left < 0 ? 'quá hạn ' : 'còn ') + span(Math.floor(Math.abs(left) / MINUTE));
    if (place.textContent !== words) place.textContent = words;
    if (left < 0 && place.closest('li')) place.closest('li').classList.add('overdue');
  });
  setInterval(tick, MINUTE / 4);

  // Only where nothing can be half typed.
  if (!document.querySelector('[data-tai-lai]')) return;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - opened > MINUTE) location.reload();
  });
  window.addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
})();
