// The web applications follow the first language of the browser, and office computers often have an English one. Here they
// speak Vietnamese until somebody chooses English, in the menu behind the own name.

const CHOSEN = 'ung-cuu-language';
const ENGLISH = 'en';
const VIETNAMESE = 'vi';

const language = localStorage.getItem(CHOSEN) === ENGLISH ? ENGLISH : VIETNAMESE;
const other = language === ENGLISH
  ? { id: VIETNAMESE, name: 'Tiếng Việt' }
  : { id: ENGLISH, name: 'English' };

/** For config.js: with one language to choose from, the browser's does not matter. */
export const locales = { availableLocales: [language], fallbackLocale: language };

document.documentElement.lang = language;

function offerTheOther() {
  const menu = document.querySelector('[cam-widget-header] .account .dropdown-menu');
  if (menu && !menu.querySelector('.language')) {
    const item = document.createElement('li');
    item.className = 'language';
    const link = document.createElement('a');
    link.href = '';
    link.lang = other.id;
    link.textContent = other.name;
    link.addEventListener('click', event => {
      event.preventDefault();
      localStorage.setItem(CHOSEN, other.id);
      location.reload();
    });
    item.append(link);
    menu.append(item);
  }
}

new MutationObserver(offerTheOther).observe(document.body, { childList: true, subtree: true });
offerTheOther();
