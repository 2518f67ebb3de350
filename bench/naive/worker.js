/** Answers each message with the note of one paper, made up on the spot: no database, so the baseline is flattered. */
chrome.runtime.onMessage.addListener((message, _sender, reply) => {
  reply({ tags: ['Offline RL', 'Q-learning', 'D4RL'], code: `https://github.com/example-lab/${message.id}` });
});
