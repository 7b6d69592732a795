ln -s /etc/passwd content/passwords.md
