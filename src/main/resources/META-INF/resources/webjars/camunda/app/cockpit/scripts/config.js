// Replaces the shipped file, which sets nothing.
export default {
  customScripts: ['../one-login', 'coordinator-dashboard', 'incident-tab', 'finished-steps', 'step-figures']
};
