// Replaces the shipped file, which sets nothing.
import { locales } from '../../language.js';

export default {
  locales,
  customScripts: ['../one-login']
};
