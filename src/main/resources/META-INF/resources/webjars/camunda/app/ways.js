// In the header of Cockpit, Admin and the personal page: the way back to the start page, beside the name, where it is seen in
// a narrow window too. And, in all four, the menu behind the house calls the applications what they are called elsewhere.

import { headerLink } from './plugin-parts.js';

const NAMES = { cockpit: 'Giám sát', tasklist: 'Việc cần làm', admin: 'Quản trị', welcome: 'Trang cá nhân' };

// Tasklist has its own place for the link, beside those to report and to the guide (main-links.js).
function leadBack() {
  const beside = document.querySelector('[cam-widget-header] .navbar-header .navbar-brand');
  if (beside && document.querySelector('base').getAttribute('app-name') !== 'tasklist'
      && !beside.parentElement.querySelector('.to-start')) {
    const link = headerLink('/', 'Trang chính', 'home');
    link.className = 'to-start';
    beside.after(link);
  }
}

function nameApplications() {
  if (document.documentElement.lang !== 'vi') {
    return;
  }
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu a').forEach(link => {
    const name = NAMES[/\/app\/(\w+)\//.exec(link.pathname)?.[1]];
    if (name && link.textContent.trim() !== name) {
      link.textContent = name;
    }
  });
}

function amend() {
  leadBack();
  nameApplications();
}

new MutationObserver(amend).observe(document.body, { childList: true, subtree: true });
amend();
