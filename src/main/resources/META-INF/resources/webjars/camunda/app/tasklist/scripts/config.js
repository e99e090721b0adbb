// Replaces the shipped file; the shortcuts are its own, but for the one that starts a process.
import { locales } from '../../language.js';

export default {
  app: { vendor: 'Ứng cứu ·', name: 'Việc cần làm' },
  locales,
  customScripts: [
    '../one-login',
    '../ways',
    'calm-notices',
    'most-urgent-first',
    'main-links',
    'task-cards',
    'task-incident',
    'claim-offer',
    'form-dates',
    'form-words',
    'hidden-errors'
  ],

  // A comment is found by its incident, not only by its task.
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'nhận việc đang chọn'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'chuyển tới bộ lọc đầu tiên'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'chuyển tới việc đầu tiên trong danh sách'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'chuyển tới mục đầu tiên của biểu mẫu'
    }
  }
};
