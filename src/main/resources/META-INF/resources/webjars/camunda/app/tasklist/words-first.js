// Tasklist draws its page while its words are still on their way, and some places ask for a word only once: on a slow first
// load they go on showing PRIORITY or SEARCH_PLACEHOLDER. So the page waits for the words, under the spinner it has anyway.

window.angular.module('cam.tasklist').run(['$route', '$translate', ($route, $translate) => {
  Object.values($route.routes)
    .filter(route => route.template)
    // Without words (the file did not come) better keys than nothing.
    .forEach(route => { route.resolve = { ...route.resolve, words: () => $translate.onReady().catch(() => null) }; });
}]);
