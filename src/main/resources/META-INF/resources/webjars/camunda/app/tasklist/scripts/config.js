// Replaces the shipped file; the shortcuts are its own, but for the one that starts a process.
export default {
  customScripts: [
    '../one-login',
    'words-first',
    'calm-notices',
    'most-urgent-first',
    'main-links',
    'task-cards',
    'task-incident',
    'claim-offer',
    'form-words',
    'hidden-errors'
  ],

  // As people here write them.
  dateFormat: { abbr: 'DD/MM/YYYY HH:mm', normal: 'DD/MM/YYYY HH:mm', long: 'DD/MM/YYYY HH:mm', short: 'DD/MM/YYYY' },

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
