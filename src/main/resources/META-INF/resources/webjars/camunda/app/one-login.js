// The web applications' own login page is closed: there is one login, at /dang-nhap. When they ask for theirs, because
// somebody logged out (here or in another window) or the session ran out, the page is loaded again; the server then
// leads through the login and back to this page, the part behind "#" included.

const ASKS_FOR_LOGIN = /^#\/login/;
const root = document.querySelector('base').getAttribute('app-root');

let page = ASKS_FOR_LOGIN.test(location.hash) ? '' : location.hash;

async function follow() {
  if (!ASKS_FOR_LOGIN.test(location.hash)) {
    page = location.hash;
    return;
  }
  const session = await fetch(`${root}/api/admin/auth/user/default`, { headers: { Accept: 'application/json' } });
  if (session.status === 401) {
    history.replaceState(null, '', location.pathname + location.search + page);
    location.reload();
  } else {
    // Logged in, but without a right to this application: the start page shows what there is.
    location.replace('/');
  }
}

window.addEventListener('hashchange', follow);
follow();
