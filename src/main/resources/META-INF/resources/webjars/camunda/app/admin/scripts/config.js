// Replaces the shipped file, which sets nothing.
import { locales } from '../../language.js';

export default {
  app: { vendor: 'Ứng cứu ·', name: 'Quản trị' },
  locales,
  customScripts: ['../one-login', '../ways']
};
