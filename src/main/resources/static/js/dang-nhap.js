// A link into Tasklist names its task behind the "#", which a server never sees: take it along through the login.
const form = document.querySelector('form');
form.action += location.hash;

const password = document.getElementById('password');
document.getElementById('show-password').addEventListener('change', event => {
  password.type = event.target.checked ? 'text' : 'password';
});
