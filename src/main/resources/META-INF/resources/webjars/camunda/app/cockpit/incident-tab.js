// On the page of a process instance: the record of the incident it works on.

import { showRecord } from '../incident-record.js';

export default {
  id: 'incident-record',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  // First of the tabs: what a coordinator opens the page for.
  priority: 100,
  properties: { label: 'Hồ sơ sự cố' },

  render(node, { processInstanceId }) {
    node.className = 'plugin-tab';
    showRecord(node, `/api/process-instances/${encodeURIComponent(processInstanceId)}/incident`);
  }
};
