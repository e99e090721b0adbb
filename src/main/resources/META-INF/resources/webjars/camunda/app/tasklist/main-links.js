// In Tasklist's header: the way to report, to the start page and to the guide. Reporting takes the place of Tasklist's own
// “Start process”: our page asks the same, has an address and fits on a phone.

import { ask, headerLink } from '../plugin-parts.js';

function link(id, priority, address, words, icon, mayShow = async () => true) {
  return {
    id,
    pluginPoint: 'tasklist.navbar.action',
    priority,
    async render(node, { api }) {
      if (await mayShow(api)) {
        node.append(headerLink(address, words, icon));
      }
    }
  };
}

/** An analyst sees Tasklist and reports nothing. */
async function mayReport(api) {
  const startable = 'key=incident-response&latestVersion=true&startablePermissionCheck=true&startableInTasklist=true';
  return (await ask(`${api.engineApi}/process-definition/count?${startable}`))?.count > 0;
}

export default [
  link('ung-cuu-report', 30, '/bao-cao', 'Báo cáo sự cố', 'bullhorn', mayReport),
  link('ung-cuu-start', 20, '/', 'Trang chính', 'home'),
  link('ung-cuu-guide', 10, '/huong-dan', 'Hướng dẫn', 'book')
];
