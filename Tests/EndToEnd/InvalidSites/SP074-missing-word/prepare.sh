sed -i '/^home:/d' themes/plain/strings/en.yaml
