// Replaces the shipped file, which sets nothing.
import { locales } from '../../language.js';

export default {
  app: { vendor: 'Ứng cứu ·', name: 'Trang cá nhân' },
  locales,
  customScripts: ['../one-login', '../ways']
};
