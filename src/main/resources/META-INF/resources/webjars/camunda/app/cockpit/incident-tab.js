// On the page of a process instance: the record of the incident it works on.

import { ask, element } from '../plugin-parts.js';
import { incidentRecord } from '../incident-record.js';

export default {
  id: 'incident-record',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  // First of the tabs: what a coordinator opens the page for.
  priority: 100,
  properties: { label: 'Hồ sơ sự cố' },

  async render(node, { processInstanceId }) {
    node.className = 'plugin-tab';
    node.append(element('p', {}, 'Đang tải…'));
    const record = await ask(`/api/process-instances/${encodeURIComponent(processInstanceId)}/incident`);
    node.replaceChildren(record
      ? incidentRecord(record)
      : element('p', {}, 'Không có hồ sơ sự cố nào của lượt chạy này mà anh/chị được xem.'));
  }
};
