// What our plug-ins draw on Cockpit's diagrams, with bpmn-js' own overlays: these follow zoom, moves and the pages of
// collapsed stages by themselves.

import { element } from '../plugin-parts.js';

/** What Cockpit writes instead of a number at a stage that is shown without its steps. */
const SOMEWHERE_INSIDE = '...';

const breadcrumbs = new WeakMap();

/** Above the upper left corner of an element, right of Cockpit's own number where there is one. What the diagram lacks is left out. */
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

/** A line above the diagram, beside the way back out of a stage: on the diagram it would cover what it explains. */
export function legend(viewer, ...content) {
  const line = element('div', { class: 'diagram-legend' }, content);
  strip(viewer).append(line);
  return line;
}

/**
 * Cockpit's own numbers, made readable: as large as our badges however far the diagram is zoomed out, and clear of labels.
 *
 * @param inside what is written at a stage, by its id, where Cockpit only says that something is going on in it
 * @return takes no further care of them
 */
export function readableCounts(viewer, inside = () => undefined) {
  const container = viewer.get('canvas').getContainer();
  const scale = () => container.style.setProperty('--diagram-scale', viewer.get('canvas').zoom());
  const write = () => container.querySelectorAll('.instance-count').forEach(count => {
    const id = count.closest('.djs-overlays').dataset.containerId;
    const height = `${viewer.get('elementRegistry').get(id).height}px`;
    if (count.parentElement.style.getPropertyValue('--element-height') !== height) {
      count.parentElement.style.setProperty('--element-height', height);
    }
    count.closest('.djs-overlays').classList.toggle('counted', count.style.display !== 'none');
    const number = inside(id);
    if (number && count.textContent === SOMEWHERE_INSIDE) {
      count.textContent = number;
    }
  });
  const observer = new MutationObserver(write);
  observer.observe(container, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });
  viewer.get('eventBus').on('canvas.viewbox.changed', scale);
  strip(viewer);
  scale();
  write();
  return () => {
    observer.disconnect();
    viewer.get('eventBus').off('canvas.viewbox.changed', scale);
  };
}

function strip(viewer) {
  const container = viewer.get('canvas').getContainer();
  // Cockpit keeps the viewer of a diagram and puts it into the next page.
  if (!breadcrumbs.has(viewer)) {
    const crumbs = container.querySelector('.bjs-breadcrumbs');
    breadcrumbs.set(viewer, crumbs);
    // Outside its container the diagram's own rule no longer says when there is a way back.
    new MutationObserver(() => crumbs.classList.toggle('shown', container.classList.contains('bjs-breadcrumbs-shown')))
      .observe(container, { attributes: true, attributeFilter: ['class'] });
  }
  const wrapper = container.closest('.process-diagram-wrapper');
  const shown = wrapper.querySelector('.diagram-strip') ?? element('div', { class: 'diagram-strip' });
  shown.prepend(breadcrumbs.get(viewer));
  wrapper.append(shown);
  return shown;
}
