// form-js 1.8.7, which shows the forms, takes dates in the order of the browser's language, where 03/05 may be the fifth of
// March: here it is always the third of May. It asks with a locale that no other code uses; the English of the British has our
// order, with leading zeros.

const ITS_LOCALE = 'default';
const OUR_ORDER = 'en-GB';

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, ...options]) => new format(locale === ITS_LOCALE ? OUR_ORDER : locale, ...options)
});

// Its calendar opens below the field, which on a small screen is below the end of the window.
document.addEventListener('focus', event => {
  if (event.target instanceof Element && event.target.matches('.fjs-container .flatpickr-input')) {
    requestAnimationFrame(() => document.querySelectorAll('.flatpickr-calendar.open')
      .forEach(calendar => calendar.scrollIntoView({ block: 'nearest' })));
  }
}, true);
