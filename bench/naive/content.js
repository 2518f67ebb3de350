/** What one would write first: every paper at once, one message per paper, one style sheet per note, notes that take room of their own. */
const CSS =
  ':host{all:initial;display:block}span,a{font:12px/20px system-ui;padding:0 6px;border-radius:4px;background:#eef;color:#224;margin-right:4px;text-decoration:none}';

const note = (data) => {
  const host = document.createElement('naive-note');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  root.append(style);
  for (const tag of data.tags) {
    const chip = document.createElement('span');
    chip.textContent = tag;
    root.append(chip);
  }
  const link = document.createElement('a');
  link.href = data.code;
  link.textContent = 'Code';
  root.append(link);
  return host;
};

for (const entry of document.querySelectorAll('#dlpage dl > dt')) {
  const id = entry.querySelector('a[title="Abstract"]').id;
  chrome.runtime.sendMessage({ id }).then((data) => entry.nextElementSibling.querySelector('.meta').append(note(data)));
}
