// The button that prints the page: there only where a script can do it.
'use strict';
const button = document.getElementById('in');
button.hidden = false;
button.addEventListener('click', () => window.print());
