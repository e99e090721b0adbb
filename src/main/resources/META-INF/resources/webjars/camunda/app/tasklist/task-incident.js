// Beside the form of a task: the record of its incident.

import { showRecord } from '../incident-record.js';

export default {
  id: 'ung-cuu-incident',
  pluginPoint: 'tasklist.task.detail',
  priority: 900, // right after the form
  properties: { label: 'Hồ sơ sự cố' },

  render(node, { taskId }) {
    showRecord(node, `/api/tasks/${encodeURIComponent(taskId)}/incident`);
  }
};
