// Replaces the shipped file, which sets nothing.
export default {
  customScripts: ['../one-login']
};
