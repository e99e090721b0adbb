// form-js 1.8.7 keeps the error of a question that is no longer asked: whoever pressed the button with something missing
// and then chose an answer that hides it found the button dead, with nothing red in sight. The form is checked again when
// the button is pressed, so the button may live whenever no error is shown.

function revive() {
  document.querySelectorAll('[cam-tasklist-form]').forEach(element => {
    const form = element.querySelector('.fjs-container');
    const complete = element.closest('.modal-content, .task-details, body').querySelector('button.btn-primary[disabled]');
    if (form && complete && form.querySelector('.fjs-form-field') && !form.querySelector('.fjs-form-field-error li')) {
      // Whatever else keeps the button dead (somebody else's task, a request on its way) still does.
      window.angular.element(element).controller('camTasklistForm').notifyFormValidated(false);
    }
  });
}

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    // After form-js and AngularJS are done with this event, whichever came first.
    setTimeout(() => {
      waiting = false;
      revive();
    });
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
