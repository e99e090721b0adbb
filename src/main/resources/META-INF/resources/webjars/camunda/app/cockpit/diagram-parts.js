// What our plug-ins draw on Cockpit's diagrams, with bpmn-js' own overlays: these follow zoom, moves and the pages of
// collapsed stages by themselves.

import { element } from '../plugin-parts.js';

/** Above the upper left corner of an element; Cockpit's own numbers stand at the lower one. What the diagram lacks is left out. */
export function badge(viewer, elementId, type, content) {
  const drawn = viewer.get('elementRegistry').get(elementId);
  if (drawn && !drawn.waypoints) {
    viewer.get('overlays').add(elementId, type, {
      position: { top: -26, left: -8 },
      show: { minZoom: -Infinity, maxZoom: Infinity },
      // Readable however far the diagram is zoomed out to fit an old screen.
      scale: { min: 0.75, max: 1 },
      html: content
    });
  }
}

/** A line at the lower edge of the diagram. */
export function legend(viewer, ...content) {
  const container = viewer.get('canvas').getContainer();
  const line = element('div', { class: 'diagram-legend' }, content);
  container.append(line);
  return line;
}
