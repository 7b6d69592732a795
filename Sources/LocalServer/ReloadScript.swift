/// The script that the preview adds to each page: it reloads the page after a change, and shows what is wrong.
enum ReloadScript {
    static let path = "/_signpost/reload.js"
    static let events = "/_signpost/events"

    /// `page` with the script, and with a policy that admits it.
    ///
    /// - Parameter version: which state of the site the page belongs to; a page of another state reloads itself.
    static func added(to page: [UInt8], version: String) -> [UInt8] {
        let tag = Array("<script src=\"\(path)?\(version)\" async></script>".utf8)
        var page = ContentPolicy.widened(page)
        let end = page.lastRange(ofLowercase: Array("</body>".utf8))?.lowerBound ?? page.count
        page.insert(contentsOf: tag, at: end)
        return page
    }

    /// A page that is not seen closes its stream: browsers open six connections to a host at most, and six forgotten
    /// tabs would block the seventh. On its return it learns from `hello` whether it is out of date.
    ///
    /// Styles are set through the object model, which no Content Security Policy forbids.
    static let source = #"""
        (() => {
          "use strict";
          const version = document.currentScript.src.split("?")[1];
          const scrollKey = "signpost-scroll:" + location.pathname;
          let stream = null, box = null;

          const restoreScroll = () => {
            try {
              const top = sessionStorage.getItem(scrollKey);
              sessionStorage.removeItem(scrollKey);
              if (top !== null) scrollTo({ top: Number(top), behavior: "instant" });
            } catch {}
          };
          const reload = () => {
            try { sessionStorage.setItem(scrollKey, String(scrollY)); } catch {}
            close();
            location.reload();
          };
          const hide = () => { box?.remove(); box = null; };
          const make = (name, css, text) => {
            const element = document.createElement(name);
            element.style.cssText = "all:revert;" + css;
            element.textContent = text ?? "";
            return element;
          };
          const show = (text) => {
            hide();
            box = make("div", "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;" +
              "box-sizing:border-box;padding:16px;margin:0;background:#fff;color:#0b0c0c;border-top:8px solid #b10e1e;" +
              "font:16px/1.4 sans-serif;text-align:left");
            box.lang = "en";
            box.dir = "ltr";
            box.setAttribute("role", "alert");
            document.body.append(box);
            const button = make("button", "font:inherit;float:right;padding:8px 16px;min-height:44px", "Dismiss");
            button.type = "button";
            button.addEventListener("click", hide);
            box.append(
              button, make("p", "margin:0;font-weight:bold", "The site could not be built. This is the last good page."),
              make("pre", "white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 monospace;margin:12px 0 0", text));
          };
          const close = () => { stream?.close(); stream = null; };
          const listen = () => {
            if (stream || document.hidden) return;
            stream = new EventSource("/_signpost/events");
            stream.addEventListener("hello", (event) => { if (event.data !== version) reload(); });
            stream.addEventListener("reload", reload);
            stream.addEventListener("problems", (event) => show(event.data));
            stream.addEventListener("solved", hide);
          };
          document.addEventListener("visibilitychange", () => document.hidden ? close() : listen());
          document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
          addEventListener("pagehide", close);
          addEventListener("pageshow", listen);
          if (document.readyState === "complete") restoreScroll(); else addEventListener("load", restoreScroll);
          listen();
        })();

        """#
}
