import { render } from "preact";
import { App } from "./app";
import { listen } from "./state/live";
import { followLinks } from "./state/place";

followLinks();
listen();
render(<App />, document.getElementById("app")!);
