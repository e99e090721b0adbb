// form-js 1.8.7, which shows the forms, has a few English words of its own and no way to translate them: what a field
// lacks, an empty list, the months. They are replaced where they appear; the labels of the forms are never touched.

const SENTENCES = [
  [/^Field is required\.$/, 'Vui lòng nhập mục này.'],
  [/^Date and time must both be entered\.$/, 'Vui lòng nhập đủ cả ngày và giờ.'],
  [/^Field must have minimum length of (\d+)\.$/, 'Vui lòng ghi ít nhất $1 ký tự.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Vui lòng rút gọn, tối đa $1 ký tự.'],
  [/^Field must have minimum value of (.+)\.$/, 'Không được nhỏ hơn $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Không được lớn hơn $1.'],
  [/^Field must match pattern .+$/, 'Chưa đúng dạng yêu cầu.'],
  [/^Field must be a valid {1,2}international phone number\..*$/, 'Chưa đúng dạng số điện thoại.'],
  [/^Field must be a valid email\.$/, 'Chưa đúng dạng thư điện tử.'],
  [/^Value is not a number\.$/, 'Vui lòng nhập bằng chữ số.'],
  [/^Value is expected to be an integer\.$/, 'Vui lòng nhập số nguyên.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Tối đa $1 chữ số sau dấu phẩy.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Vui lòng nhập $1 hoặc $2.']
];

const WORDS = { Select: 'Chọn', 'No results': 'Không có kết quả', 'All values selected': 'Đã chọn hết' };
const PLACEHOLDERS = { Search: 'Tìm', 'hh:mm': 'giờ:phút', 'dd/mm/yyyy': 'ngày/tháng/năm' };
const SPOKEN = { Month: 'Tháng', Year: 'Năm', 'Scroll to increment': 'Cuộn để đổi' };
const SPOKEN_DAY = /^(\w+) (\d+), (\d+)$/;
const DAYS = { Sun: 'CN', Mon: 'T2', Tue: 'T3', Wed: 'T4', Thu: 'T5', Fri: 'T6', Sat: 'T7' };
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

function say(element, words) {
  // Only the text node: the element belongs to form-js, which would draw it anew.
  const text = element.firstChild;
  if (text && text.nodeType === Node.TEXT_NODE && words && text.data !== words) {
    text.data = words;
  }
}

function sentence(english) {
  const found = SENTENCES.find(([pattern]) => pattern.test(english));
  return found && english.replace(found[0], found[1]);
}

function translate() {
  document.querySelectorAll('.fjs-form-field-error li').forEach(e => say(e, sentence(e.textContent.trim())));
  document.querySelectorAll('.fjs-select-placeholder, .fjs-dropdownlist-empty')
    .forEach(e => say(e, WORDS[e.textContent.trim()]));
  document.querySelectorAll('.fjs-container input[placeholder]').forEach(e => {
    const words = PLACEHOLDERS[e.placeholder.trim()];
    if (words) {
      e.placeholder = words;
    }
  });
  document.querySelectorAll('.flatpickr-weekday').forEach(e => say(e, DAYS[e.textContent.trim()]));
  document.querySelectorAll('.flatpickr-monthDropdown-month').forEach(e => {
    const month = MONTHS.indexOf(e.textContent.trim());
    say(e, month >= 0 && `Tháng ${month + 1}`);
  });
  document.querySelectorAll('.flatpickr-calendar [aria-label]').forEach(e => speak(e, 'aria-label'));
  document.querySelectorAll('.flatpickr-calendar [title]').forEach(e => speak(e, 'title'));
}

// What the calendar says to who cannot see it.
function speak(element, attribute) {
  const english = element.getAttribute(attribute);
  const [, month, day, year] = SPOKEN_DAY.exec(english) ?? [];
  const words = MONTHS.includes(month) ? `Ngày ${day} tháng ${MONTHS.indexOf(month) + 1} năm ${year}` : SPOKEN[english];
  if (words) {
    element.setAttribute(attribute, words);
  }
}

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    // Before the next frame is painted, so that nobody sees the English words.
    queueMicrotask(() => {
      waiting = false;
      translate();
    });
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });
translate();
