"""HTTP over TLS on loopback: the server, requests and answers, routes. Knows nothing of Vonage or Auth0."""
