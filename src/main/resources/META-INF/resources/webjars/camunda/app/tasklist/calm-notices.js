// Tasklist speaks up in red and lets it stand. Here a refusal goes when the next attempt begins or another task is chosen,
// and a link to a task that is done, as in yesterday's mail, is no error: nothing was typed and nothing is lost.

import { chosenTask } from '../plugin-parts.js';

const NOT_OPEN = 'Việc này không còn mở';
const WHERE_TO_LOOK = `${NOT_OPEN}: đã xong, đã dừng hoặc không thuộc đơn vị của anh/chị. `
  + '<a href="/">Về trang chính</a> để xem việc đang chờ.';
const ATTEMPTS = ['claim()', 'unclaim()', 'complete()', 'startProcessInstance()'];

// Tasklist leaves the button dead when claiming was refused, however often one might try.
function reviveClaim() {
  const scope = window.angular.element(document.querySelector('[cam-tasklist-task-meta]')).isolateScope();
  if (scope) {
    scope.submitInProgress = false;
  }
}

window.angular.module('cam.tasklist').run(['$rootScope', 'Notifications', ($rootScope, notifications) => {
  const addError = notifications.addError;

  notifications.addError = function (error) {
    if (error.message?.includes(NOT_OPEN)) {
      // Never the words that came: as text they may hold anything, and here is a link.
      this.addMessage({ status: WHERE_TO_LOOK, unsafe: true, exclusive: true });
    } else {
      addError.call(this, error);
      reviveClaim();
    }
  };

  document.addEventListener('click', event => {
    if (ATTEMPTS.includes(event.target.closest?.('[ng-click]')?.getAttribute('ng-click'))) {
      $rootScope.$evalAsync(() => notifications.clearAll());
    }
  }, true);

  let task = null;
  $rootScope.$on('$locationChangeSuccess', () => {
    const chosen = chosenTask();
    if (chosen !== task) {
      task = chosen;
      notifications.clearAll();
    }
  });
}]);
