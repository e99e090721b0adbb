// The dashboard's charts. Chart.js comes with the application and is loaded only where a chart is drawn.

const CHART_JS = '/webjars/chart.js/4.5.1/dist/chart.umd.min.js';

// Told apart by pattern and shape too, not by colour alone; readable on white.
const LOOKS = [
  { colour: '#a31515', pattern: 'solid', point: 'circle', dash: [] },
  { colour: '#155fa0', pattern: 'stripes', point: 'rect', dash: [6, 4] },
  { colour: '#6b6b6b', pattern: 'dots', point: 'triangle', dash: [2, 3] }
];

function fill({ colour, pattern }) {
  if (pattern === 'solid') {
    return colour;
  }
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const pen = tile.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 8, 8);
  pen.fillStyle = pen.strokeStyle = colour;
  if (pattern === 'dots') {
    pen.fillRect(1, 1, 3, 3);
    pen.fillRect(5, 5, 3, 3);
  } else {
    pen.lineWidth = 3;
    pen.beginPath();
    for (const start of [-8, 0, 8]) {
      pen.moveTo(start, 8);
      pen.lineTo(start + 8, 0);
    }
    pen.stroke();
  }
  return pen.createPattern(tile, 'repeat');
}

function bars(rows, series) {
  return series.map((one, index) => ({
    label: one.name,
    data: rows.map(row => row[one.id].count),
    backgroundColor: fill(LOOKS[index]),
    borderColor: LOOKS[index].colour,
    borderWidth: 1
  }));
}

/** A name in lines of a few words, so that the bars keep their room. */
function lines(name) {
  return name.split(' ').reduce((all, word) => {
    const last = all[all.length - 1];
    return last && `${last} ${word}`.length <= 18 ? [...all.slice(0, -1), `${last} ${word}`] : [...all, word];
  }, []);
}

function options(rows, series, more) {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    plugins: { legend: { position: 'bottom', labels: { boxWidth: 24, color: '#222' } } },
    onClick: (event, [hit]) => {
      if (hit) {
        location.assign(rows[hit.index][series[hit.datasetIndex].id].path);
      }
    },
    ...more
  };
}

const WHOLE = { beginAtZero: true, ticks: { precision: 0 }, suggestedMax: 4 };

function horizontal(Chart, canvas, rows, series, stacked) {
  return new Chart(canvas, {
    type: 'bar',
    data: { labels: rows.map(row => lines(row.name)), datasets: bars(rows, series) },
    options: options(rows, series, {
      indexAxis: 'y',
      scales: { x: { ...WHOLE, stacked }, y: { stacked, ticks: { autoSkip: false, color: '#222' } } }
    })
  });
}

function overTime(Chart, canvas, rows, series) {
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels: rows.map(row => row.name),
      datasets: series.map((one, index) => ({
        label: one.name,
        data: rows.map(row => row[one.id].count),
        borderColor: LOOKS[index].colour,
        backgroundColor: LOOKS[index].colour,
        borderDash: LOOKS[index].dash,
        pointStyle: LOOKS[index].point,
        pointRadius: 4
      }))
    },
    options: options(rows, series, {
      scales: { y: WHOLE },
      plugins: { legend: { position: 'bottom', labels: { usePointStyle: true, color: '#222' } } }
    })
  });
}

/** What draws; null when Chart.js could not be loaded: the tables say it all. */
export async function charts() {
  try {
    await import(CHART_JS);
  } catch {
    return null;
  }
  const Chart = globalThis.Chart;
  return {
    stacked: (canvas, rows, series) => horizontal(Chart, canvas, rows, series, true),
    beside: (canvas, rows, series) => horizontal(Chart, canvas, rows, series, false),
    lines: (canvas, rows, series) => overTime(Chart, canvas, rows, series)
  };
}
