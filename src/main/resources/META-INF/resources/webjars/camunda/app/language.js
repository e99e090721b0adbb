// The web applications follow the first language of the browser, and office computers often have an English one. Here they
// speak Vietnamese until somebody chooses English, in the menu behind the own name.

import { element, keep, kept } from './plugin-parts.js';

const CHOSEN = 'ung-cuu-language';
const THEIRS = 'camunda-web';
const ENGLISH = 'en';
const VIETNAMESE = 'vi';

const language = kept(CHOSEN) === ENGLISH ? ENGLISH : VIETNAMESE;
const other = language === ENGLISH
  ? { id: VIETNAMESE, name: 'Tiếng Việt' }
  : { id: ENGLISH, name: 'English' };

const DIAGRAM_BUTTONS = { 'zoom in': 'Phóng to', 'zoom out': 'Thu nhỏ', 'reset zoom': 'Về cỡ ban đầu' };

/** For config.js: with one language to choose from, the browser's does not matter. */
export const locales = { availableLocales: [language], fallbackLocale: language };

document.documentElement.lang = language;
await haveTheWordsReady();

// A page of theirs is drawn while its words are still on their way, at the first visit, and then shows keys such as
// DUE_DATE. They keep the words of the last visit in the browser, until their own version changes: put there before they
// start, the words are found at once, and are those of today.
async function haveTheWordsReady() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  try {
    const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`);
    if (answer.ok) {
      const theirs = kept(THEIRS) ?? {};
      theirs[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(await answer.json());
      keep(THEIRS, theirs);
    }
  } catch {
    // No network for a moment: they ask for the words themselves, too.
  }
}

function translateDiagramButtons() {
  document.querySelectorAll('[title="zoom in"], [title="zoom out"], [title="reset zoom"]').forEach(button => {
    button.title = DIAGRAM_BUTTONS[button.title];
  });
}

const ISO = /(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:[+-]\d{4})?/;

// Cockpit writes dates for machines and the word null, in tables and beside diagrams, and has no setting for either.
function wordWhatIsForMachines() {
  document.querySelectorAll('.ctn-view td, .ctn-fixed-view td, .ctn-fixed-view dd').forEach(cell => {
    if (!ISO.test(cell.textContent) && cell.textContent.trim() !== 'null') {
      return;
    }
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      // The values of variables are what they are.
      const words = text.data.replace(ISO, '$3/$2/$1 $4').replace(/^\s*null\s*$/, 'không có');
      // Writing what is there already would call us again, for ever.
      if (words !== text.data && !text.parentElement.closest('[cam-widget-variables-table]')) {
        text.data = words;
      }
    }
  });
}

function offerTheOther() {
  const menu = document.querySelector('[cam-widget-header] .account .dropdown-menu');
  if (menu && !menu.querySelector('.language')) {
    const link = element('a', { href: '', lang: other.id }, other.name);
    link.addEventListener('click', event => {
      event.preventDefault();
      keep(CHOSEN, other.id);
      location.reload();
    });
    menu.append(element('li', { class: 'language' }, link));
  }
}

function amend() {
  offerTheOther();
  if (language === VIETNAMESE) {
    translateDiagramButtons();
    wordWhatIsForMachines();
  }
}

new MutationObserver(amend).observe(document.body, { childList: true, characterData: true, subtree: true });
amend();
