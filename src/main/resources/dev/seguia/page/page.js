// Offers to copy the address of a feed. Without it, the address can be marked and copied by hand.
const reader = document.querySelector('a[href^="feed:"]');
if (reader) reader.href = 'feed:' + document.querySelector('.address input').value;
for (const button of document.querySelectorAll('.copy')) {
  const address = button.previousElementSibling;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    address.select();
    try {
      await navigator.clipboard.writeText(address.value);
    } catch {
      return; // it is marked: the keys for copying do the rest
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

// Keys on lists: j and k go to the next and previous entry, o opens it, / searches, ? tells of the keys.
const entries = [...document.querySelectorAll('.entries h3 a, .stories li > a')];
const keys = document.querySelector('dialog.keys');
let place = -1; // of the entry that was gone to last
keys?.querySelector('button').addEventListener('click', () => keys.close());

const go = step => {
  const here = entries.indexOf(document.activeElement);
  place = Math.max(0, Math.min(entries.length - 1, (here < 0 ? place : here) + step));
  entries[place]?.focus();
};
const acts = {
  j: () => go(1),
  k: () => go(-1),
  o: () => entries[place]?.click(),
  '/': () => (document.querySelector('input[type=search]') ?? document.querySelector('.top a[href$="search"]'))?.focus(),
  '?': () => keys?.open ? keys.close() : keys?.showModal(),
};
document.addEventListener('keydown', event => {
  const isTyping = event.target.closest('input, select, textarea, [contenteditable]');
  if (isTyping || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (!Object.hasOwn(acts, event.key) || (keys?.open && event.key !== '?')) return;
  event.preventDefault();
  acts[event.key]();
});
