// Asks only what the answers so far call for: hides fields by the same conditions Camunda Forms uses (data-hide, FEEL).
// Without this script every field shows; the server decides in either case.
'use strict';
(() => {
  const form = document.querySelector('form.form');
  if (!form) return;
  const fields = [...form.querySelectorAll('[data-hide]')];

  const answer = name => {
    const inputs = [...form.elements].filter(input => input.name === name && !input.disabled);
    if (inputs.length === 0) return null;
    if (inputs[0].type === 'checkbox') return inputs[0].checked;
    if (inputs[0].type === 'radio') return (inputs.find(input => input.checked) || { value: null }).value;
    return inputs[0].value === '' ? null : inputs[0].value;
  };

  // Of FEEL: or, and, not(…), brackets, comparison with a text, number, true, false, null. Anything else: undefined.
  const evaluate = source => {
    const tokens = source.match(/"[^"]*"|[A-Za-z_]\w*|-?\d+(\.\d+)?|!=|=|\(|\)/g) || [];
    if (tokens.join('').replace(/\s/g, '') !== source.replace(/\s/g, '')) return undefined;
    let at = 0;
    const value = () => {
      const token = tokens[at++];
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token === 'true' || token === 'false') return token === 'true';
      if (token === 'null') return null;
      if (/^-?\d/.test(token)) return token;
      return answer(token);
    };
    const term = () => {
      if (tokens[at] === 'not' && tokens[at + 1] === '(') { at += 2; const inner = either(); at++; return !inner; }
      if (tokens[at] === '(') { at++; const inner = either(); at++; return inner; }
      const left = value();
      if (tokens[at] === '=') { at++; return left === value(); }
      if (tokens[at] === '!=') { at++; return left !== value(); }
      return left === true;
    };
    const both = () => {
      let result = term();
      while (tokens[at] === 'and') { at++; const right = term(); result = result && right; }
      return result;
    };
    const either = () => {
      let result = both();
      while (tokens[at] === 'or') { at++; const right = both(); result = result || right; }
      return result;
    };
    return either();
  };

  const update = () => fields.forEach(field => {
    const hidden = evaluate(field.dataset.hide) === true;
    field.hidden = hidden;
    field.querySelectorAll('input, select, textarea').forEach(input => { input.disabled = hidden; });
  });
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  update();

  // What was refused is read first; from there to the field in one step.
  const refused = document.getElementById('tu-choi');
  if (!refused) return;
  refused.focus();
  refused.querySelectorAll('a').forEach(toField => toField.addEventListener('click', event => {
    event.preventDefault();
    document.querySelector(toField.hash).querySelector('input, select, textarea').focus();
  }));
})();
