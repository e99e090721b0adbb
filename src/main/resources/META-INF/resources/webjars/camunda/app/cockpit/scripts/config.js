// Replaces the shipped file, which sets nothing.
import { locales } from '../../language.js';

export default {
  app: { vendor: 'Ứng cứu ·', name: 'Giám sát' },
  locales,
  customScripts: [
    '../one-login',
    '../ways',
    'coordinator-dashboard',
    'incident-tab',
    'finished-steps',
    'step-figures',
    'decision-words'
  ]
};
