// Tasklist sorts by creation, newest first, and overrules the order its lists are stored with. The most urgent belongs
// on top: unless somebody has chosen another order, sort by priority, which rises with severity and with every clock that
// runs out, then by due date.

const MOST_URGENT_FIRST = JSON.stringify([
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' }
]);
const SHIPPED = JSON.stringify([{ sortBy: 'created', sortOrder: 'desc' }]);

function sort() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query);
  const sorting = parameters.get('sorting');
  if (path.length <= 1 && (sorting === null || sorting === SHIPPED)) {
    parameters.set('sorting', MOST_URGENT_FIRST);
    const readable = [...parameters].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    location.replace(`#/?${readable}`);
  }
}

sort();
// Once more when Tasklist has filled in its own order; after that the order is the reader's.
setTimeout(sort, 1500);
