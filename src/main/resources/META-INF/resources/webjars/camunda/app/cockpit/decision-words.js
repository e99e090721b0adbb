// The viewer of decision tables has a few English words of its own and no way to translate them. What the analyst has
// written is never touched.

const WORDS = {
  'Hit policy:': 'Cách chọn dòng:',
  Unique: 'Chỉ một dòng khớp',
  First: 'Dòng khớp đầu tiên',
  Any: 'Dòng khớp bất kỳ',
  Priority: 'Dòng khớp được ưu tiên',
  'Rule order': 'Mọi dòng khớp, theo thứ tự',
  'Output order': 'Mọi dòng khớp, theo kết quả',
  Collect: 'Mọi dòng khớp',
  When: 'Nếu',
  Then: 'Thì',
  And: 'Và',
  Annotations: 'Ghi chú'
};

const PLACES = ['.hit-policy label', '.hit-policy-value', '.clause', 'th.annotation']
  .map(place => `.dmn-decision-table-container ${place}`).join();

const TITLES = [
  [/^Input (label|expression): /, 'Đầu vào: '],
  [/^Output (label|name): /, 'Đầu ra: '],
  [/^Output label$/, 'Đầu ra'],
  [/^Decision name: /, 'Tên quyết định: '],
  [/^Input values$/, 'Các giá trị đầu vào'],
  [/^Output values$/, 'Các giá trị đầu ra'],
  [/^Input type$/, 'Kiểu đầu vào'],
  [/^Output type$/, 'Kiểu đầu ra'],
  [/^Output name$/, 'Tên đầu ra']
];

function translate() {
  document.querySelectorAll(PLACES).forEach(place => {
    const text = [...place.childNodes].find(child => child.nodeType === Node.TEXT_NODE);
    const words = text && WORDS[text.data.trim()];
    if (words) {
      text.data = words;
    }
  });
  document.querySelectorAll('.dmn-decision-table-container [title]').forEach(place => {
    const found = TITLES.find(([english]) => english.test(place.title));
    if (found) {
      place.title = place.title.replace(...found);
    }
  });
  // An explanation in English of what is in words beside it.
  document.querySelectorAll('.dmn-decision-table-container .hit-policy[title]').forEach(place => place.removeAttribute('title'));
}

if (document.documentElement.lang === 'vi') {
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
}
