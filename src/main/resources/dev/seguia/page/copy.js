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
